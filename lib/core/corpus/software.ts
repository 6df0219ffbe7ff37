/** What wrote an export. */
export const software = { name: 'Cruxbook', version: '0.1.0' };
