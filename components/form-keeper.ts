import { store, stored } from './browser-storage';
import { fillForm, givenIn, pick, typedIn, type Values, valuesIn } from './form-values';

/** Typing is kept after this many milliseconds of rest: a megabyte at every key would be felt. */
const rest = 400;

/** What was typed, and what the page gave for it when it was. */
interface Kept {
  values: Values;
  given: Values;
}

const nothing: Kept = { values: {}, given: {} };

/** Spaces around a text are nobody's words: the server takes them off. */
const isSame = (one = '', other = ''): boolean => one.trim() === other.trim();

/**
 * What there is to tell of a form. `back`: it says again what was typed before and not sent. `outdated`: what the page gives
 * in the place of what was typed is another by now. `discarded`: what was typed was given up just now.
 */
export type Tidings = 'back' | 'outdated' | 'discarded' | null;

export interface Settings {
  /** What it makes is new and replaces nothing: it is never outdated. */
  isNew?: boolean;
  /** Hears what came back. */
  onRestore?: (values: Values) => void;
}

type Told = Settings & { tell: (tidings: Tidings) => void };

/** Keeps what is typed into a form under `key` while the tab lives, apart from what the page gives it meanwhile. */
export class FormKeeper {
  readonly #form: HTMLFormElement;
  readonly #key: string;
  readonly #settings: Told;
  #page: Values;
  /** As the page gives it, but for what was saved from here and is not on the page yet. */
  #given: Values;
  #kept = nothing;
  #discarded = nothing;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement, key: string, settings: Told) {
    this.#form = form;
    this.#key = key;
    this.#settings = settings;
    this.#page = this.#given = givenIn(form);
    const { values, given = this.#given } = stored<Partial<Kept>>('sessionStorage', key) ?? {};
    if (values) this.#restore({ values, given });
  }

  /** Something was typed. */
  hear() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), rest);
    if (this.#discarded === nothing) return;
    this.#discarded = nothing;
    this.#settings.tell(null);
  }

  /** Keeps what was typed last; the next moment may be too late. */
  hurry() {
    if (this.#timer !== undefined) this.#keep();
  }

  /** Puts what the page gives anew into every control that nobody typed in. */
  renew() {
    const now = givenIn(this.#form);
    const news = pick(now, (name) => now[name] !== this.#page[name]);
    if (Object.keys(news).length === 0) return;
    this.#read();
    const { values } = this.#kept;
    fillForm(
      this.#form,
      pick(news, (name) => !(name in values)),
    );
    this.#page = now;
    this.#given = { ...this.#given, ...news };
    if (this.#isOutdated()) this.#settings.tell('outdated');
  }

  /** What was `saved` is the page's to give from now on; without it, all that the form says. */
  forget(saved: Values = valuesIn(this.#form)) {
    this.#given = { ...this.#given, ...saved };
    this.#kept = this.#discarded = nothing;
    this.#keep();
    this.#settings.tell(null);
  }

  /** The form says again what it says by itself. What was typed can be had back until something else is. */
  discard() {
    this.#read();
    this.#discarded = this.#kept;
    this.#form.reset();
    this.#given = this.#page;
    this.#kept = nothing;
    this.#keep();
    this.#settings.tell('discarded');
  }

  undo() {
    this.#restore(this.#discarded);
    this.#discarded = nothing;
    this.#keep();
  }

  #read() {
    const values = typedIn(this.#form, this.#given);
    this.#kept = {
      values,
      given: pick({ ...this.#given, ...this.#kept.given }, (name) => name in values),
    };
  }

  #keep() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#read();
    const isTyped = Object.keys(this.#kept.values).length > 0;
    store('sessionStorage', this.#key, isTyped ? this.#kept : null);
  }

  #restore(kept: Kept) {
    this.#kept = kept;
    const isOther = fillForm(this.#form, kept.values);
    this.#settings.onRestore?.(kept.values);
    this.#settings.tell(this.#isOutdated() ? 'outdated' : isOther ? 'back' : null);
  }

  #isOutdated(): boolean {
    const { values, given } = this.#kept;
    if (this.#settings.isNew) return false;
    return Object.entries(values).some(
      ([name, value]) => !isSame(this.#given[name], given[name]) && !isSame(this.#given[name], value),
    );
  }
}
