package app;

import io.stepwright.*;
import io.stepwright.runtime.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface RegexText {
  record Mail(String subject, String body, int size) {}

  @EntryPoint(also = {"several", "none", "wrong", "sized", "picture"})
  String run(Mail mail, int number, Image photo);

  @AgentStep
  default String step() {
    return "";
  }

  @AgentStep
  @Regex("a") // <- RegexText: mail.subject, mail.body
  boolean several(Mail mail);

  @AgentStep
  @Regex("a") // <- RegexText: no text to search
  boolean none(int number);

  @AgentStep
  @Regex(value = "a", on = "mail.bodi") // <- RegexText: Did you mean 'body'?
  boolean wrong(Mail mail);

  @AgentStep
  @Regex(value = "a", on = "mail.size") // <- RegexText: is of type int
  boolean sized(Mail mail);

  @AgentStep
  @Regex(value = "a", on = "photo") // <- RegexText: is of type Image
  boolean picture(Image photo);
}
