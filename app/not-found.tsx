import { headers } from 'next/headers';
import { DeadEnd } from './dead-end';

export default async function NotFound() {
  return (
    <DeadEnd
      title="There is nothing here"
      text="The page does not exist, or it belongs to a group you are not a member of. If somebody sent you the link, ask them for an invitation."
      signInText="You are not signed in. If you are a member of the group that this link leads to, sign in and you come back here."
      callbackUrl={(await headers()).get('x-address') ?? '/'}
    />
  );
}
