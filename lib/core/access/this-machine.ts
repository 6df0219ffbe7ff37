/** Whether an address leads to the machine of whoever opens it, hence nowhere for everybody else. Takes a URL. */
export const isThisMachine = (address: string): boolean =>
  /^(localhost|127\..*|\[::1\])$/.test(new URL(address).hostname);
