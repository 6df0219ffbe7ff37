'use client';

import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react';

interface Choices<P> {
  /** Stands there until the code is fetched. */
  meanwhile?: (props: P) => ReactNode;
  /** A way out of what cannot be shown, beside the one to try again. */
  Leave?: () => ReactNode;
  /** Instead of the sentence that it could not be fetched. */
  otherwise?: (props: P) => ReactNode;
}

/**
 * A component whose code is fetched when it is first shown. What cannot be fetched, offline or after a new release,
 * or fails while it is drawn, leaves a sentence and a way to try again in its own place, and the page as it is.
 */
export function onDemand<P extends object>(
  fetch: () => Promise<ComponentType<P>>,
  { meanwhile, otherwise, Leave }: Choices<P> = {},
): ComponentType<P> {
  const load = () => lazy<ComponentType<P>>(async () => ({ default: await fetch() }));
  let Room = load();
  return class OnDemand extends Component<P, { failures: number; failed: boolean }> {
    override state = { failures: 0, failed: false };

    static getDerivedStateFromError = () => ({ failed: true });

    override componentDidCatch() {
      Room = load();
      this.setState(({ failures }) => ({ failures: failures + 1 }));
    }

    /** What stands instead offers no other try: what comes to be shown in its place is one. */
    override componentDidUpdate(before: P) {
      if (otherwise && this.state.failed && before !== this.props) this.setState({ failed: false });
    }

    override render() {
      if (!this.state.failed)
        return (
          <Suspense fallback={meanwhile?.(this.props)}>
            <Room {...this.props} />
          </Suspense>
        );
      if (otherwise) return otherwise(this.props);
      return (
        <p role="alert" className="reader-missing">
          This could not be loaded.
          <button type="button" onClick={() => this.setState({ failed: false })}>
            Try again
          </button>
          {this.state.failures > 1 && (
            <button type="button" onClick={() => location.reload()}>
              Load the page anew
            </button>
          )}
          {Leave && <Leave />}
        </p>
      );
    }
  };
}
