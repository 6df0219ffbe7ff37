declare module 'autocannon' {
  interface Request {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
  }
  interface Options extends Request {
    url: string;
    connections: number;
    /** Requests in all. */
    amount: number;
    requests?: Request[];
  }
  interface Result {
    '2xx': number;
    statusCodeStats: Record<string, { count: number }>;
  }
  interface Run extends Promise<Result> {
    on(event: 'response', listener: () => void): void;
  }
  export default function autocannon(options: Options): Run;
}
