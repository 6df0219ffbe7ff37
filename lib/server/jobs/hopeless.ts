/** Thrown by a job that is not worth another try. */
export class Hopeless extends Error {
  override name = 'Hopeless';
}
