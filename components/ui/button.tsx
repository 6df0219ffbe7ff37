import type { ComponentProps } from 'react';

const looks = {
  primary: 'bg-accent text-accent-ink hover:brightness-110 border-transparent',
  quiet: 'bg-transparent text-ink-2 hover:bg-sunken border-transparent',
  outline: 'bg-raised text-ink hover:bg-sunken border-rule-strong/60',
  danger: 'bg-danger-soft text-danger hover:brightness-95 border-danger/40',
};

const sizes = { md: 'min-h-10 px-4 text-sm', sm: 'min-h-8 px-3 text-sm' };

const base =
  'inline-flex items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap no-underline transition-colors disabled:cursor-not-allowed disabled:opacity-60 pointer-coarse:min-h-11';

export const buttonClass = (look: keyof typeof looks = 'primary', size: keyof typeof sizes = 'md') =>
  `${base} ${looks[look]} ${sizes[size]}`;

interface Props extends ComponentProps<'button'> {
  look?: keyof typeof looks;
  size?: keyof typeof sizes;
}

export function Button({ look = 'primary', size = 'md', className = '', type = 'button', ...rest }: Props) {
  return <button type={type} className={`${buttonClass(look, size)} ${className}`} {...rest} />;
}
