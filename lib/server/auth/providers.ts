import 'server-only';
import { CredentialsSignin } from '@auth/core/errors';
import type { EmailConfig, OIDCConfig } from '@auth/core/providers';
import Credentials from '@auth/core/providers/credentials';
import { z } from 'zod';
import { config } from '@/lib/server/config';
import { accountOf } from '@/lib/server/data/users';
import { visitor } from '@/lib/server/data/viewer';
import { toProblem } from '@/lib/server/http/problem-response';
import { sendMail } from '@/lib/server/mail/mailer';
import { mayJoin } from './admission';
import { checkPassword } from './check-password';

/** Why a sign-in was refused, as the sign-in page knows it. */
class Refusal extends CredentialsSignin {
  constructor(reason: string) {
    super();
    this.code = reason;
  }
}

const Login = z.object({ email: z.string().max(254), password: z.string().max(1000) });

export const passwordProvider = Credentials({
  credentials: { email: {}, password: {} },
  async authorize(input, request) {
    const login = Login.safeParse(input);
    if (!login.success) throw new Refusal('credentials');
    try {
      const { id, name, email } = await checkPassword(login.data, request.headers);
      return { id, name, email };
    } catch (error) {
      throw new Refusal(toProblem(error).code);
    }
  },
});

/** Of our own, since the one of Auth.js would load its own Nodemailer. */
export const mailProvider = (invitation: string | null): EmailConfig => ({
  id: 'email',
  type: 'email',
  name: 'E-mail',
  maxAge: 10 * 60,
  async sendVerificationRequest({ identifier, url }) {
    // Whoever asks sees the same answer; only a person who could sign in gets a mail.
    const known = await accountOf(visitor, identifier);
    if (!known && !(await mayJoin(invitation))) return;
    const link = new URL(url);
    link.pathname = '/sign-in/link';
    sendMail({
      to: identifier,
      subject: 'Your link to sign in to Cruxbook',
      text: `Sign in to Cruxbook at ${link.host}:\n\n${link.href}\n\nThe link works once, for 10 minutes. If you did not ask for it, ignore this mail.\n`,
    });
  },
});

const Profile = z.object({
  sub: z.string(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.literal(true).optional().catch(undefined),
});
type Profile = z.infer<typeof Profile>;

/** The identity provider of the settings; null when there is none. */
export function oidcProvider(): OIDCConfig<Profile> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = config();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    id: 'oidc',
    type: 'oidc',
    name: OIDC_NAME ?? 'OpenID Connect',
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    checks: ['pkce', 'state', 'nonce'],
    /** An address that the provider did not verify is nobody's: it is not taken over. */
    profile(claims) {
      const { sub, name, preferred_username, email, email_verified } = Profile.parse(claims);
      return {
        id: sub,
        name: name ?? preferred_username ?? null,
        email: email_verified ? (email?.toLowerCase() ?? null) : null,
      };
    },
    account: () => undefined,
  };
}
