import { dragOver, essay, openEssay, openNote, toolbar, untilSaved } from './annotating';
import {
  argument,
  beliefs,
  cardIn,
  first,
  follow,
  half,
  keeper,
  lane,
  making,
  map,
  menu,
  merging,
  mine,
  relations,
  root,
  title,
  toast,
  undo,
  view,
  wild,
} from './cards-of-a-group';
import { expect, type Person, test } from './fixtures';

test('by mouse: from a mark to ranked, mapped and merged cruxes', async ({ signIn, groupOf, essayIn }) => {
  test.setTimeout(120_000);
  const people: [Person, Person, Person] = [await signIn('Mo'), await signIn('Ann'), await signIn('Bea')];
  const [{ page }] = people;
  const group = await groupOf(...people);
  const path = await essayIn(people[0], group, essay);
  await argument(people, group);

  await test.step('a passage is marked and linked to a card that is there', async () => {
    await openEssay(page, path);
    await dragOver(page, 'opens the hive in the morning');
    await toolbar(page).getByRole('button', { name: 'Crux' }).click();
    await expect(openNote(page)).toBeVisible();
    await untilSaved(page);
    await openNote(page).getByRole('button', { name: 'More' }).click();
    await openNote(page).getByRole('button', { name: 'Make a card' }).click();
    await making(page).getByText('Link it to another card').click();
    await making(page).getByLabel('Which card?').fill('keeper');
    await making(page).getByRole('radio', { name: keeper }).check();
    await making(page).getByRole('button', { name: 'Link to this' }).click();
    await expect(toast(page)).toContainText('The passage states card 2.');
  });

  await test.step('another becomes a card of its own', async () => {
    await dragOver(page, 'A hive without eggs is a hive without a future');
    await toolbar(page).getByRole('button', { name: 'Crux' }).click();
    await expect(openNote(page)).toContainText('Comment…');
    await untilSaved(page);
    await openNote(page).getByRole('button', { name: 'More' }).click();
    await openNote(page).getByRole('button', { name: 'Make a card' }).click();
    await making(page).getByLabel('Statement').fill(mine);
    await making(page).getByRole('button', { name: 'Propose' }).click();
    await expect(toast(page)).toContainText('Card 4 is proposed.');
    await toast(page).getByRole('link', { name: 'Open the card' }).click();
    await expect(title(page, mine)).toBeVisible();
  });

  await test.step('it is accepted by a drag, and two that say the opposite become one, and two again', async () => {
    await page.getByRole('link', { name: 'Cards of' }).click();
    await cardIn(page, 'Proposed', mine).dragTo(lane(page, 'Open').getByRole('heading').first());
    await expect(undo(page)).toBeVisible();
    await expect(cardIn(page, 'Open', mine)).toBeVisible();
    await cardIn(page, 'Proposed', wild).hover();
    await page.mouse.down();
    await cardIn(page, 'Open', keeper).hover();
    await page.getByText('Drop here to merge').first().hover();
    await page.mouse.up();
    await merging(page)
      .getByRole('radio', { name: /The opposite/ })
      .check();
    await expect(merging(page).getByRole('region', { name: 'What will happen' })).toContainText(
      'answered both',
    );
    await merging(page).getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(cardIn(page, 'Proposed', wild)).toHaveCount(0);
    await undo(page).click();
    await expect(cardIn(page, 'Proposed', wild)).toBeVisible();
  });

  await test.step('it is answered, and said to be a crux for another, with what would follow', async () => {
    await cardIn(page, 'Open', mine).click();
    await beliefs(page).getByRole('spinbutton').fill('70');
    await beliefs(page).getByLabel('Reason').fill('I lost one in May.');
    await beliefs(page).getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(beliefs(page)).toContainText('70 %');
    await relations(page).getByText('Relate it to another card').click();
    await relations(page).getByLabel('This card…').selectOption('Is a crux for');
    await relations(page).getByLabel('Which card?').fill('stings');
    await relations(page).getByRole('radio', { name: root }).check();
    await relations(page).getByRole('button', { name: 'Add relation' }).click();
    await follow(page).getByText(`For “${root}”`).click();
    await follow(page).getByRole('spinbutton').first().fill('90');
    await follow(page).getByRole('spinbutton').last().fill('30');
    await follow(page).getByRole('button', { name: 'Save' }).click();
    await expect(follow(page).locator('summary')).toContainText('90 % if true, 30 % if false');
    // One answer alone is no disagreement, and in no picture of it.
    const cards = `/groups/${group.slug}/cards`;
    const { items } = await people[1].api<{ items: { id: string; statement: string }[] }>('GET', cards);
    const { id } = items.find(({ statement }) => statement === mine)!;
    await people[1].api('POST', `${cards}/${id}/positions`, { credence: 60 });
  });

  await test.step('a card that says two things is split, and one is settled and taken up again', async () => {
    await menu(page).click();
    await page.getByRole('menuitem', { name: 'Split…' }).click();
    const split = page.getByRole('dialog', { name: 'Split this card' });
    await split.getByLabel('What the new card says').fill(half);
    await split.getByRole('button', { name: 'Split' }).click();
    await expect(page.getByText('Card 5 was split off.')).toBeVisible();
    await page.getByRole('button', { name: 'Resolve', exact: true }).click();
    const why = page.getByRole('dialog', { name: 'How was it settled?' });
    await why.getByLabel('Resolve as true').check();
    await why.getByLabel('What settled it').fill('The count of last spring');
    await why.getByRole('button', { name: 'Resolve as true' }).click();
    await expect(page.getByText('Resolved: true')).toBeVisible();
    await page.getByRole('button', { name: 'Reopen' }).click();
    await expect(page.getByText('Resolved: true')).toHaveCount(0);
  });

  await test.step('what they disagree on stands first, and is seen in every picture', async () => {
    await page.getByRole('link', { name: 'Cards of' }).click();
    await view(page, 'Ranking').click();
    await page.getByRole('link', { name: 'Contested' }).click();
    await expect(first(page)).toContainText(keeper);
    await view(page, 'Map').click();
    await map(page)
      .getByRole('link', { name: new RegExp(mine) })
      .click();
    await expect(page.getByText('Around card 4: 1 other')).toBeVisible();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await view(page, 'Heat map').click();
    await expect(page.getByRole('group', { name: 'Answers of people to cards' })).toContainText('70');
    await view(page, 'Scatter').click();
    await expect(page.getByText('Talk about this', { exact: true }).first()).toBeVisible();
  });
});
