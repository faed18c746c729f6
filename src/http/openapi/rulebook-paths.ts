import { ABSENT, answer, BAD_PARAMETER, BODY_PROBLEMS, json, path, ref } from "./parts.ts";

/** Paths of the rulebook and of its confirmations. */
export const rulebookPaths = {
  "/confirmations": {
    get: {
      operationId: "listConfirmations",
      summary: "Numbers of the law that jurists confirmed",
      responses: { 200: answer("Confirmations, oldest first", ref("ConfirmationList")), ...BAD_PARAMETER },
    },
    post: {
      operationId: "confirm",
      summary: "Confirm a number of the law: lifts the cap by source for that number",
      requestBody: { required: true, content: json(ref("Confirmation")) },
      responses: { 201: answer("Confirmed", ref("Confirmation")), ...BODY_PROBLEMS },
    },
  },
  "/rules": {
    get: {
      operationId: "listRules",
      summary: "The rules with their sources and words",
      responses: { 200: answer("The rulebook", { type: "object" }), ...BAD_PARAMETER },
    },
  },
  "/rules/{id}": {
    parameters: [path("id", "Id of the rule")],
    get: {
      operationId: "readRule",
      summary: "One rule with its parameters",
      responses: { 200: answer("The rule", { type: "object" }), ...BAD_PARAMETER, ...ABSENT },
    },
  },
};
