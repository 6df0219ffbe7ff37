import { answerAuth } from '@/lib/server/auth/answer-auth';

export const POST = (request: Request) => answerAuth(request, 'signout');
