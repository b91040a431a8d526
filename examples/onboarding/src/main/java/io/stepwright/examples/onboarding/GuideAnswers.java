package io.stepwright.examples.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepwright.examples.server.Script;

/**
 * The fixed answers of the simulated server, and the time that the guide waited for each. The JSON
 * Schema of a request identifies the question.
 */
enum GuideAnswers {
  INTENT(2_500, "{\"value\": \"MIGRATE\"}"),
  EMAIL(
      3_000,
      """
      {"subject": "Welcome, your move to Acme starts here",\
       "body": "Hi Ada, great that you are here. Bring your data along in three steps.\\n\\n\
      Reply to this e-mail if one of them sticks."}"""),
  CRM_NOTE(
      2_800,
      """
      {"sentence": "Ada signed up for TEAM and wants to move 40 people from a spreadsheet."}""");

  private final Script.Answer answer;

  GuideAnswers(int millis, String text) {
    this.answer = new Script.Answer(text, millis);
  }

  static Script.Answer to(JsonNode request) {
    return switch (request.at("/response_format/json_schema/name").asText()) {
      case "intent" -> INTENT.answer;
      case "email" -> EMAIL.answer;
      default -> CRM_NOTE.answer;
    };
  }
}
