import type { APIRequestContext } from '@playwright/test';
import { discussCorpus, type Made } from './corpus-discussion';
import { apiOver, test as base, newGroup, writePerson, writeToken } from './fixtures';
import { type Corpus, corpusOf } from './taken-exports';

interface CorpusGroup {
  slug: string;
  /** Of a member, to read and write. */
  token: string;
  made: Made;
  /** Calls the site as that member. */
  requests: APIRequestContext;
}

/**
 * `corpusGroup` reads the texts of ../shared/corpus; `corpora` are what a member exports of it, and a visitor of the sample
 * group. They are made and taken once for all tests of a file, which stand in line, so nobody writes meanwhile.
 */
export const test = base.extend<object, { corpusGroup: CorpusGroup; corpora: readonly Corpus[] }>({
  corpusGroup: [
    async ({ database, playwright }, use, { project }) => {
      const site = project.use.baseURL!;
      const newRequests = (token: string) =>
        playwright.request.newContext({
          baseURL: site,
          extraHTTPHeaders: { authorization: `Bearer ${token}` },
        });
      const join = async (name: string) => {
        const { id } = await writePerson(database, name);
        const token = await writeToken(database, id);
        const requests = await newRequests(token);
        return { id, name, token, requests, api: apiOver(requests, site) };
      };
      const [mo, bo, ann] = [await join('Mo'), await join('Bo'), await join('Ann')];
      const { id, slug } = await newGroup(database, mo, [bo, ann]);
      const made = await discussCorpus([mo, bo, ann], { id, slug });
      await use({ slug, made, token: ann.token, requests: ann.requests });
      for (const { requests } of [mo, bo, ann]) await requests.dispose();
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  corpora: [
    async ({ corpusGroup, playwright }, use, { project }) => {
      const visitor = await playwright.request.newContext({ baseURL: project.use.baseURL! });
      await use([
        await corpusOf(corpusGroup.requests, corpusGroup.slug, true),
        await corpusOf(visitor, 'sample', false),
      ]);
      await visitor.dispose();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});
