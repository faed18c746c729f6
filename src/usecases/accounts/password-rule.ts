import { DomainError } from "../../domain/errors.ts";

/** Characters: long enough against guessing, short enough against abuse of the hash. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

/** Length decides, not kinds of characters; but a few repeated ones, or the name itself, are guessed at once. */
const isGuessed = (password: string, login: string): boolean => {
  const lower = password.toLowerCase();
  const [name = login] = login.split("@");
  return new Set(lower).size < 5 || lower.includes(login) || (name.length >= 6 && lower.includes(name));
};

/** @throws DomainError PASSWORD_WEAK */
export const acceptPassword = (password: string, login: string): void => {
  const { length } = [...password];
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD || isGuessed(password, login))
    throw new DomainError("PASSWORD_WEAK");
};
