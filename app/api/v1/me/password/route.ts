import { changePassword } from '@/lib/server/auth/change-password';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint('PUT /me/password', ({ viewer, body }) => changePassword(viewer, body));
