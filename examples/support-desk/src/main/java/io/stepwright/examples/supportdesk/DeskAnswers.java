package io.stepwright.examples.supportdesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepwright.examples.server.ModelServer;
import io.stepwright.examples.server.Script;
import java.util.Arrays;

/**
 * The answers of the simulated server, which takes the first one whose two phrases are in the
 * request. An answer takes some time to begin, and then time for each token.
 */
enum DeskAnswers {
  REFUND_INTENT("want a refund", "The lamp of order", "{\"value\": \"REFUND\"}"),
  QUESTION_INTENT("want a refund", "Where is my parcel", "{\"value\": \"QUESTION\"}"),
  OTHER_INTENT("want a refund", "sign in since", "{\"value\": \"OTHER\"}"),
  OPEN_SLOTS(
      "open slots",
      "regrets what went wrong",
      "{\"body\": \"I am sorry that your lamp arrived broken.\"}"),
  WHOLE_REFUND(
      "whole refund message",
      "The lamp of order",
      """
      {"subject": "Your refund, Ada", "body": "Hello Ada,\\n\\n\
      I am sorry that your lamp arrived broken.\\n\\n\
      Your refund is on its way, and you need not send anything back. The money goes to the \
      account or card that you paid with. Banks take three to five working days to show it; if \
      it is not there after seven, reply to this message and we look into it the same day.\\n\\n\
      Prefer a replacement? Reply with the word REPLACE within two days, and we send one at no \
      cost instead.\\n\\nReference: AB-1234\\n\\nYours, the Acme support desk"}"""),
  OTHER_REPLY(
      "Write a reply to",
      "sign in since",
      """
      {"subject": "Your sign-in", "body": "Hello Cleo,\\n\\nThat must not happen, and we are sorry \
      for the silence. An engineer reads your log right now and calls you within the hour.\
      \\n\\nYours, the Acme support desk"}"""),
  ANGRY("Is this customer angry", "nobody calls us back", "{\"value\": true}"),
  ESCALATION(
      "Tell the account manager",
      "Cleo",
      "Cleo's whole office is locked out since the update and waits for a call."),
  PHOTO_SUMMARY("Summarise this", "Photo:", "A photo of something that was damaged on its way."),
  INVOICE_SUMMARY("Summarise this", "Invoice", "An invoice for one desk lamp, order AB-1234."),
  LOG_SUMMARY("Summarise this", "Log:", "A log of some minutes in which things went wrong."),
  PHOTO_LABEL("Label this", "A photo", "{\"value\": \"PHOTO\"}"),
  INVOICE_LABEL("Label this", "An invoice", "{\"value\": \"INVOICE\"}"),
  LOG_LABEL("Label this", "A log", "{\"value\": \"LOG\"}");

  static final int MILLIS_TO_BEGIN = 300;
  static final int MILLIS_PER_TOKEN = 20;

  private final String question;
  private final String about;
  private final String answer;

  DeskAnswers(String question, String about, String answer) {
    this.question = question;
    this.about = about;
    this.answer = answer;
  }

  static Script.Answer to(JsonNode request) {
    String messages = request.path("messages").toString();
    return Arrays.stream(values())
        .filter(line -> messages.contains(line.question) && messages.contains(line.about))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not in the script"))
        .timed();
  }

  private Script.Answer timed() {
    return new Script.Answer(
        answer, MILLIS_TO_BEGIN + (long) MILLIS_PER_TOKEN * ModelServer.tokens(answer));
  }
}
