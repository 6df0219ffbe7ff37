/** The sample's readers, all invented. They have no e-mail address and cannot sign in. */
export const people = {
  nneka: { id: '01934f00-5a00-7000-8000-000000000001', name: 'Nneka Balogun', role: 'owner' },
  tomas: { id: '01934f00-5a00-7000-8000-000000000002', name: 'Tomás Arriaga', role: 'moderator' },
  haruka: { id: '01934f00-5a00-7000-8000-000000000003', name: 'Haruka Shimizu', role: 'member' },
  yusuf: { id: '01934f00-5a00-7000-8000-000000000004', name: 'Yusuf Haddad', role: 'member' },
  signe: { id: '01934f00-5a00-7000-8000-000000000005', name: 'Signe Lindqvist', role: 'member' },
  priya: { id: '01934f00-5a00-7000-8000-000000000006', name: 'Priya Raghunathan', role: 'member' },
} as const;

/** How the sample's files name a reader. */
export type PersonKey = keyof typeof people;
