import { ApiError } from '@/components/api-client';
import type { ReleaseDiff } from '@/lib/core/api/releases';

/** Of a comparison that ended before it was whole. */
const brokenOff = () =>
  new ApiError(500, {
    type: 'urn:cruxbook:broken-off',
    title: 'Internal error',
    status: 500,
    detail: 'The comparison broke off before it was done. Try again in a moment.',
  });

/**
 * Compares two releases by the API, which sends a blank for each hundredth of the work before its answer. `told`: of how many
 * hundredths are done. Throws an `ApiError`.
 */
export async function fetchDiff(
  path: string,
  { signal, told }: { signal: AbortSignal; told: (hundredths: number) => void },
): Promise<ReleaseDiff> {
  const response = await fetch(path, { signal }).catch(() => {
    throw new ApiError(0, null);
  });
  if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => null));
  try {
    return JSON.parse(await textOf(response, told)) as ReleaseDiff;
  } catch {
    throw brokenOff();
  }
}

async function textOf(response: Response, told: (hundredths: number) => void): Promise<string> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    text += decoder.decode(next.value, { stream: true });
    if (text.trim() === '') told(text.length);
  }
  return text;
}
