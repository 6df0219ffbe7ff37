/** A table to be kept as a file; `name`: without `.csv`, in letters of ASCII. */
export const csvAnswer = (name: string, table: BodyInit): Response =>
  new Response(table, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  });
