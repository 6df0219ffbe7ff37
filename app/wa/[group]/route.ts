import { postAnnotation, readContainer } from '@/lib/server/web-annotation/protocol';
import { optionsRoute, protocolRoute } from '@/lib/server/web-annotation/protocol-headers';

export const GET = protocolRoute('container', readContainer);
export const POST = protocolRoute('container', postAnnotation);
export const OPTIONS = optionsRoute('container');
