import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

interface Arrived {
  to: string[];
  /** Headers as they came, and the body with soft line ends undone. */
  source: string;
  messageId: string;
}

type Answer = 'take' | 'hang' | { code: number; at: 'recipient' | 'data'; words?: string };

/** A real SMTP server that answers as it is told, once each in order, and then takes what comes. */
export async function mailServer() {
  const arrived: Arrived[] = [];
  const answers: Answer[] = [];
  const refusal = ({ code, words = 'told to refuse' }: { code: number; words?: string }) =>
    Object.assign(new Error(words), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      const [next] = answers;
      if (typeof next !== 'object' || next.at !== 'recipient') return done();
      answers.shift();
      done(refusal(next));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const answer = answers.shift() ?? 'take';
        if (answer === 'hang') return;
        if (typeof answer === 'object') return done(refusal(answer));
        const raw = Buffer.concat(chunks).toString();
        const body = raw.indexOf('\r\n\r\n');
        const source = raw.slice(0, body) + raw.slice(body).replace(/=\r\n/g, '').replaceAll('=3D', '=');
        const messageId = /^Message-ID: (.+)$/im.exec(raw)?.[1]?.trim() ?? '';
        arrived.push({ to: envelope.rcptTo.map(({ address }) => address), source, messageId });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    arrived,
    answer: (...next: Answer[]) => void answers.splice(0, answers.length, ...next),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
