import { Download } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';

interface Props {
  files: readonly {
    name: string;
    href: string;
    /** How it is called when it is taken away. */
    file: string;
  }[];
}

/** Files to be taken away. */
export function FileLinks({ files }: Props) {
  return (
    <ul className="flex flex-wrap gap-2">
      {files.map(({ name, href, file }) => (
        <li key={name}>
          <a href={href} download={file} className={buttonClass('outline', 'sm')}>
            <Download size={14} aria-hidden="true" /> {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
