/** Looks of Base UI menus and popovers. */
export const menuPopupClass =
  'min-w-44 rounded-lg border border-rule bg-raised p-1 text-ink shadow-raised outline-none';

export const menuItemClass =
  'flex min-h-9 cursor-default items-center gap-2 rounded-md px-3 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-sunken pointer-coarse:min-h-11';

/** Of a native popover below the button that opens it; where anchors are unknown, at the upper right of the window. */
export const menuPopoverClass =
  'fixed inset-auto top-13 right-4 m-0 rounded-lg border border-rule bg-raised p-1 text-ink shadow-raised supports-[position-area:end]:top-auto supports-[position-area:end]:right-auto supports-[position-area:end]:mt-1 supports-[position-area:end]:[position-area:end_span-start]';

/** Of what stands in one. */
export const menuEntryClass =
  'flex min-h-11 w-full items-center rounded-md px-3 text-left text-sm no-underline hover:bg-sunken';
