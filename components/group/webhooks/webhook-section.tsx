import { SettingsSection } from '@/components/account/settings-section';
import type { Webhook } from '@/lib/core/api/webhooks';
import { WebhookForm } from './webhook-form';
import { WebhookRow } from './webhook-row';

/** Addresses outside that a group's server calls when something happens. */
export function WebhookSection({ group, webhooks }: { group: string; webhooks: Webhook[] }) {
  return (
    <SettingsSection
      id="webhooks"
      title="Webhooks"
      about="Another program can be told when something happens here. Messages say what happened, and never quote anybody: the program asks for the words with a token."
    >
      <div className="grid gap-5">
        {webhooks.length > 0 && (
          <ul className="grid divide-y divide-rule rounded-lg border border-rule bg-raised">
            {webhooks.map((webhook) => (
              <WebhookRow key={webhook.id} group={group} webhook={webhook} />
            ))}
          </ul>
        )}
        <WebhookForm group={group} />
      </div>
    </SettingsSection>
  );
}
