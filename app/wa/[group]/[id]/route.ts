import { putAnnotation, readAnnotation, removeAnnotation } from '@/lib/server/web-annotation/protocol';
import { optionsRoute, protocolRoute } from '@/lib/server/web-annotation/protocol-headers';

export const GET = protocolRoute('annotation', readAnnotation);
export const PUT = protocolRoute('annotation', putAnnotation);
export const DELETE = protocolRoute('annotation', removeAnnotation);
export const OPTIONS = optionsRoute('annotation');
