import { z } from "./zod";

export const password = z
  .string()
  .min(8, "A password has at least 8 characters.")
  .max(200, "A password has at most 200 characters.");

export const passwordChange = z
  .object({
    current_password: z.string().min(1, "Enter your current password."),
    new_password: password,
    repeated: z.string(),
  })
  .refine(({ new_password, repeated }) => new_password === repeated, {
    path: ["repeated"],
    message: "The two new passwords differ.",
  });

export const newUser = z.object({
  username: z
    .string()
    .trim()
    .min(2, "A username has at least 2 characters.")
    .max(60, "A username has at most 60 characters.")
    .regex(/^[\p{L}\p{N}_.@+-]+$/u, "A username has letters, digits and . _ @ + - only."),
  password,
  role: z.enum(["user", "admin"]),
});
