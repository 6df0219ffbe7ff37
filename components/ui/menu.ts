/** Looks of Base UI menus and popovers. */
export const menuPopupClass =
  'min-w-44 rounded-lg border border-rule bg-raised p-1 text-ink shadow-raised outline-none';

export const menuItemClass =
  'flex min-h-9 cursor-default items-center gap-2 rounded-md px-3 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-sunken pointer-coarse:min-h-11';
