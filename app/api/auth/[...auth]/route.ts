import { answerAuth } from '@/lib/server/auth/answer-auth';

type Context = { params: Promise<{ auth: string[] }> };

const handle = async (request: Request, { params }: Context) =>
  answerAuth(request, (await params).auth.join('/'));

export { handle as GET, handle as POST };
