package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface TemplateSlot {
  record Order(String id, int cents, Optional<String> note) {}

  record Letter(String subject, int cents, String note, Order order, Map<String, String> tags) {}

  @EntryPoint("letter")
  Letter run(Order order);

  @AgentStep
  @Model("m")
  @Template("templates/slots.json") // <- TemplateSlot: slots.json:2:15: Slot {{order.cents}} is of type int, but 'subject' is of type String. // <- TemplateSlot: slots.json:3:13: 'cents' is of type int, and a text with slots stands for it. // <- TemplateSlot: slots.json:4:12: Slot {{order.note}} is of type Optional<String>, but 'note' is of type String. The value may be absent // <- UnknownSlot: slots.json:5:13: Order has no accessor 'idd' // <- BadSlot: slots.json:6:12, '{{write: }}' does not say what to write
  Letter letter(Order order);

  @AgentStep
  @Model("m")
  @Template("templates/tags.json") // <- TemplateSlot: stands for what a model cannot answer: 'tags' is of type Map<String, String>.
  Letter tags(Order order);

  @EntryPoint("tags")
  Letter other(Order order);
}
