'use client';

import { Download } from 'lucide-react';
import type { MouseEvent } from 'react';
import { Button } from '@/components/ui/button';
import type { TableData } from './picture-table';

interface Props {
  /** Of the file, without its ending. */
  name: string;
  title: string;
  /** Of how much it was made. */
  note: string;
  table: TableData;
}

/** Takes the picture of its figure away, as a drawing or as the numbers behind it. */
export function SavePicture({ name, title, note, table }: Props) {
  async function saveDrawing({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    const shown = currentTarget.closest('figure')?.querySelector<SVGSVGElement>('svg[data-picture]');
    if (!shown) return;
    const { svgFile } = await import('./svg-file');
    const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date());
    save(svgFile(shown, { title, note: `${day} · ${note}` }), 'svg', 'image/svg+xml');
  }

  async function saveNumbers() {
    const { csv } = await import('@/lib/core/export/csv/csv');
    const rows = [table.columns.map((column) => column.name), ...table.rows.map(({ cells }) => cells)];
    // Spreadsheets take a file for UTF-8 only when a byte order mark says so.
    save(`\uFEFF${csv(rows)}`, 'csv', 'text/csv;charset=utf-8');
  }

  function save(content: string, ending: string, type: string) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = `${name}-${new Date().toISOString().slice(0, 10)}.${ending}`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return (
    <div className="flex gap-2">
      <Button look="outline" size="sm" onClick={(event) => void saveDrawing(event)}>
        <Download size={14} aria-hidden="true" /> Save as SVG
      </Button>
      <Button look="outline" size="sm" onClick={() => void saveNumbers()}>
        <Download size={14} aria-hidden="true" /> Save as CSV
      </Button>
    </div>
  );
}
