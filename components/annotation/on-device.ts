type DeviceStore = typeof import('./device-store');

/** Set once something was kept, so that readers who never wrote load no database code. */
const flag = 'cruxbook.kept';

/** Keeps or finds something on this device. A browser without storage loses drafts, never the page. */
export async function onDevice<T>(use: (device: DeviceStore) => Promise<T>): Promise<T | undefined> {
  try {
    localStorage.setItem(flag, '1');
    return await use(await import('./device-store'));
  } catch (error) {
    console.warn('Nothing can be kept on this device.', error);
    return undefined;
  }
}

export function hasKept(): boolean {
  try {
    return localStorage.getItem(flag) !== null;
  } catch {
    return false;
  }
}
