import { password } from './account.fixture';
import { answerAuth } from './answer-auth';

/** What a test gives instead of a real browser: a cookie jar that asks /api/auth and says where it was sent. */
export class Browser {
  readonly cookies = new Map<string, string>();
  private readonly address: string;

  /** Each browser stands at an address of its own, so that the tries of one test do not count in another. */
  constructor(address = `203.0.113.${Math.floor(Math.random() * 250)}, ${crypto.randomUUID()}`) {
    this.address = address;
  }

  get headers(): Headers {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Headers({ cookie, 'x-forwarded-for': this.address, 'user-agent': 'Test/1.0' });
  }

  post(action: string, form: Record<string, string>, more: Record<string, string> = {}): Promise<Response> {
    const headers = this.headers;
    headers.set('origin', process.env.APP_URL ?? '');
    for (const [name, value] of Object.entries(more)) headers.set(name, value);
    const url = `http://localhost:9/api/auth/${action}`;
    return this.ask(new Request(url, { method: 'POST', headers, body: new URLSearchParams(form) }), action);
  }

  get(action: string, search = ''): Promise<Response> {
    return this.ask(
      new Request(`http://localhost:9/api/auth/${action}${search}`, { headers: this.headers }),
      action,
    );
  }

  /** Signs in with the usual password, unless `form` has another. */
  signIn(email: string, form: Record<string, string> = {}): Promise<Response> {
    return this.post('callback/credentials', { email, password, callbackUrl: '/g/sample', ...form });
  }

  private async ask(request: Request, action: string): Promise<Response> {
    const answer = await answerAuth(request, action);
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /Max-Age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}
