import { essay, openEssay, openNote, toolbar, untilSaved } from './annotating';
import {
  argument,
  beliefs,
  cardIn,
  enter,
  first,
  follow,
  half,
  keeper,
  making,
  map,
  menu,
  merging,
  mine,
  relations,
  root,
  tabTo,
  title,
  toast,
  undo,
  view,
  wild,
} from './cards-of-a-group';
import { expect, type Person, test } from './fixtures';

test('by keyboard alone: the same way, with no step that loses the place', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  test.setTimeout(120_000);
  const people: [Person, Person, Person] = [await signIn('Mo'), await signIn('Ann'), await signIn('Bea')];
  const [{ page }] = people;
  const { keyboard } = page;
  const keys = async (...names: string[]) => {
    for (const name of names) await keyboard.press(name);
  };
  const group = await groupOf(...people);
  const path = await essayIn(people[0], group, essay);
  await argument(people, group);

  await test.step('a sentence is marked and linked to a card that is there, and the link taken back', async () => {
    await openEssay(page, path);
    await keys('j', 'j', 's');
    await expect(toolbar(page)).toBeVisible();
    await keys('x');
    await expect(openNote(page)).toBeFocused();
    await untilSaved(page);
    await keys('c');
    await expect(making(page).getByLabel('Statement')).toBeFocused();
    await keys('Control+a');
    await keyboard.type('Bees need their keeper');
    const link = making(page).getByRole('button', { name: 'Link to this' });
    await expect(link).toBeVisible();
    await keys('Shift+Tab', 'Shift+Tab');
    await expect(link).toBeFocused();
    await keys('Enter');
    await expect(toast(page)).toContainText('The passage states card 2.');
    await expect(openNote(page)).toBeFocused();
    await keys('Control+z');
    await expect(toast(page)).toContainText('Taken back.');
  });

  await test.step('it becomes a card of its own, which is opened from the message', async () => {
    await keys('c');
    await expect(making(page).getByLabel('Statement')).toBeFocused();
    await keys('Control+a');
    await keyboard.type(mine);
    await keys('Enter');
    await expect(toast(page)).toContainText('Card 4 is proposed.');
    await keys('F6');
    await expect(toast(page).getByRole('link', { name: 'Open the card' })).toBeFocused();
    await keys('Enter');
    await expect(title(page, mine)).toBeVisible();
  });

  await test.step('it is accepted on the board, and the keys are found behind a question mark', async () => {
    await enter(page, page.getByRole('link', { name: 'Cards of' }));
    await expect(cardIn(page, 'Proposed', mine)).toBeVisible();
    await keys('?');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await expect(help).toContainText('Move the card a column back or on');
    await keys('Escape');
    await expect(help).toHaveCount(0);
    await expect(async () => {
      await keys('j');
      await expect(cardIn(page, 'Proposed', mine)).toBeFocused({ timeout: 500 });
    }).toPass();
    await keys(']');
    await expect(cardIn(page, 'Open', mine)).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: `Open: “${mine}”` })).toBeAttached();
    await keys('Control+z');
    await expect(cardIn(page, 'Proposed', mine)).toBeFocused();
    await expect(undo(page)).toHaveCount(0);
    await keys(']');
    await expect(cardIn(page, 'Open', mine)).toBeFocused();
    await expect(undo(page)).toBeVisible();
  });

  await test.step('two cards become one as opposites, and two again', async () => {
    await keys('ArrowLeft');
    await expect(cardIn(page, 'Proposed', wild)).toBeFocused();
    await keys('m');
    await expect(merging(page).getByLabel('Which card?')).toBeFocused();
    await keyboard.type('keeper');
    await expect(merging(page).getByText('1 found.')).toBeVisible();
    await keys('Tab', 'Space', 'Tab', 'Tab', 'ArrowDown');
    await expect(merging(page).getByRole('radio', { name: /The opposite/ })).toBeChecked();
    await keys('Enter');
    await expect(cardIn(page, 'Open', keeper)).toBeFocused();
    await expect(cardIn(page, 'Proposed', wild)).toHaveCount(0);
    await expect(undo(page)).toBeVisible();
    await keys('F6', 'Enter');
    await expect(cardIn(page, 'Proposed', wild)).toBeVisible();
    await expect(cardIn(page, 'Open', keeper)).toBeFocused();
  });

  await test.step('it is answered, related, and what would follow said; numbers that cannot hold come back', async () => {
    await expect(async () => {
      await keys('j');
      await expect(cardIn(page, 'Open', mine)).toBeFocused({ timeout: 500 });
    }).toPass();
    await keys('Enter');
    await expect(title(page, mine)).toBeVisible();
    await tabTo(page, beliefs(page).getByRole('slider'));
    await keys('Home', 'PageUp', 'PageUp');
    await expect(beliefs(page).getByRole('spinbutton')).toHaveValue('20');
    await tabTo(page, beliefs(page).getByLabel('Reason'));
    await keyboard.type('I lost one in May.');
    await enter(page, beliefs(page).getByRole('button', { name: 'Answer', exact: true }));
    await expect(page.getByRole('status').filter({ hasText: 'Your answer: 20 %' })).toBeAttached();
    await expect(beliefs(page).getByRole('heading')).toBeFocused();
    await enter(page, relations(page).getByText('Relate it to another card'));
    await tabTo(page, relations(page).getByLabel('This card…'));
    await keyboard.type('Is a crux');
    await tabTo(page, relations(page).getByLabel('Which card?'));
    await keyboard.type('stings');
    await expect(relations(page).getByRole('radio', { name: root })).toBeVisible();
    await keys('Tab', 'Space');
    await enter(page, relations(page).getByRole('button', { name: 'Add relation' }));
    await expect(relations(page).getByRole('heading', { name: 'Relations' })).toBeFocused();
    await expect(relations(page).getByRole('region', { name: 'Is a crux for' })).toContainText(root);
    await enter(page, follow(page).getByText(`For “${root}”`));
    await tabTo(page, follow(page).getByRole('spinbutton').first());
    await keyboard.type('90');
    await tabTo(page, follow(page).getByRole('spinbutton').last());
    await keyboard.type('30');
    await keys('Enter');
    await expect(follow(page).getByRole('alert')).toContainText('42 % likely, but there you answered 72 %');
    await expect(follow(page).getByRole('spinbutton').last()).toBeFocused();
    await keys('Control+a');
    await keyboard.type('68');
    await keys('Enter');
    await expect(follow(page).locator('summary')).toContainText('90 % if true, 68 % if false');
  });

  await test.step('it is split, settled with what settled it, and taken up again', async () => {
    await enter(page, menu(page));
    await expect(page.getByRole('menuitem', { name: 'Merge…' })).toBeFocused();
    await keys('ArrowDown', 'Enter');
    await expect(page.getByLabel('What the new card says')).toBeFocused();
    await keys('Control+a');
    await keyboard.type(half);
    await enter(page, page.getByRole('dialog').getByRole('button', { name: 'Split' }));
    await expect(page.getByText('Card 5 was split off.')).toBeVisible();
    await expect(menu(page)).toBeFocused();
    await enter(page, page.getByRole('button', { name: 'Resolve', exact: true }));
    await expect(page.getByLabel('Resolve as true')).toBeFocused();
    await keys('Space');
    await tabTo(page, page.getByLabel('What settled it'));
    await keyboard.type('The count of last spring');
    await enter(page, page.getByRole('dialog').getByRole('button', { name: 'Resolve as true' }));
    await expect(page.getByText('Resolved: true')).toBeVisible();
    await expect(title(page, mine)).toBeFocused();
    await enter(page, page.getByRole('button', { name: 'Reopen' }));
    await expect(page.getByRole('status').filter({ hasText: 'Mo reopened it.' })).toBeAttached();
    await expect(title(page, mine)).toBeFocused();
  });

  await test.step('the ranking, and the map by arrow keys', async () => {
    await enter(page, page.getByRole('link', { name: 'Cards of' }));
    await enter(page, view(page, 'Ranking'));
    await enter(page, page.getByRole('link', { name: 'Contested' }));
    await expect(first(page)).toContainText(keeper);
    await enter(page, view(page, 'Map'));
    await expect(map(page)).toBeVisible();
    await tabTo(page, map(page).locator('a[tabindex="0"]'));
    const whole = await map(page).getAttribute('viewBox');
    await keys('+');
    await expect(map(page)).not.toHaveAttribute('viewBox', whole!);
    await keys('Enter');
    await expect(page.getByText(/^Around card/)).toBeVisible();
    await keys('Escape');
    await expect(page.getByText('Choose a card to see its neighbourhood.')).toBeVisible();
  });
});
