/** Of a card on the map, in its unit: a pixel where the map is neither enlarged nor reduced. */
export const cardSize = { width: 268, height: 88 };
