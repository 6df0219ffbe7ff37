/** npm runs us in the project's folder and tells in INIT_CWD where the person stands. */
export const here = () => process.env.INIT_CWD ?? process.cwd();
