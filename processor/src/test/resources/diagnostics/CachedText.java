package app;

import io.stepwright.*;
import io.stepwright.runtime.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface CachedText {
  record Mail(String subject, String body, int size, Optional<String> note, List<String> tags) {}

  record Answers(
      int several, int none, int typo, int sized, int hidden, int maybe, int listed, int missing, int photo) {}

  @EntryPoint
  Answers run(Mail mail, int number, Image picture);

  @AgentStep
  @Model("m")
  @Prompt("{{mail}}")
  @Cached(similarity = 0.9) // <- CachedText: hold several texts: mail.subject, mail.body
  int several(Mail mail);

  @AgentStep
  @Model("m")
  @Prompt("{{number}} {{mail.note}} {{mail.tags}}")
  @Cached(similarity = 0.9) // <- CachedText: holds a String
  int none(int number, Mail mail);

  @AgentStep
  @Model("m")
  @Prompt("{{mail.body}}")
  @Cached(similarity = 0.9, on = "mail.bodi") // <- CachedText: Did you mean 'body'?
  int typo(Mail mail);

  @AgentStep
  @Model("m")
  @Prompt("{{mail.body}} {{mail.size}}")
  @Cached(similarity = 0.9, on = "mail.size") // <- CachedText: is of type int
  int sized(Mail mail);

  @AgentStep
  @Model("m")
  @Prompt("{{mail.body}}")
  @Cached(similarity = 0.9, on = "mail.subject") // <- CachedText: no slot shows 'mail.subject'
  int hidden(Mail mail);

  @AgentStep
  @Model("m")
  @Prompt("{{mail.note}}")
  @Cached(similarity = 0.9, on = "mail.note") // <- CachedText: is of type Optional<String>
  int maybe(Mail mail);

  @AgentStep
  @Model("m")
  @Prompt("{{mail}}")
  @Cached(similarity = 0.9, on = "mail.tags") // <- CachedText: There is: mail.subject, mail.body
  int listed(Mail mail);

  @AgentStep
  @Model("m")
  @Prompt("{{mail.body}}")
  @Cached(on = "body") // <- CachedText: has no parameter 'body'
  int missing(Mail mail);

  @AgentStep
  @Model("m")
  @Prompt("{{picture}} {{mail.body}}")
  @Cached(similarity = 0.9, on = "picture") // <- CachedText: 'picture' is of type Image. Only a String can be compared by meaning.
  int photo(Mail mail, Image picture);
}
