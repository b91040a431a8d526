package io.stepwright.it.media;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.runtime.Audio;
import io.stepwright.runtime.Conversation;
import io.stepwright.runtime.Image;
import io.stepwright.runtime.Pdf;

/** Assesses claims by their pictures, documents and calls, in a conversation. */
@Agent
public interface Assessor {

  record Claim(String text, Image photo, Pdf invoice, Audio call) {}

  @EntryPoint("verdict")
  String assess(Conversation history, Claim claim);

  @AgentStep
  @Model("tiny")
  @Prompt(
      system = "You assess claims.",
      value = "{{claim.text}}, see {{claim.photo}} and {{claim.invoice}}, and hear {{claim.call}}")
  String verdict(Conversation history, Claim claim);
}
