package io.stepwright.it.remembered;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Cached;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Template;
import io.stepwright.runtime.AgentResult;

/** Has replies in which the model writes one sentence, cached by their question. */
@Agent
public interface Replies {

  enum Topic {
    BILLING,
    SHIPPING,
    OTHER
  }

  record Request(String customer, String question) {}

  record Reply(String greeting, String body, Topic topic) {}

  @EntryPoint
  AgentResult<Reply> answer(Request request, Topic topic);

  @AgentStep
  @Model("gpt-4o-mini")
  @Cached(similarity = 0.9, on = "request.question")
  @Template("replies/{topic}.json")
  Reply reply(Request request, Topic topic);
}
