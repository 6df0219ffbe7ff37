// Sends the settings of this environment to the script that asks, or says what is wrong with them.
import { ConfigError, parseConfig, withSecretFiles } from '@/lib/server/config';

try {
  process.send?.(parseConfig(withSecretFiles(process.env)));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.send?.({ wrong: error.message });
}
process.disconnect?.();
