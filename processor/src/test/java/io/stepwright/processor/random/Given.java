package io.stepwright.processor.random;

import io.stepwright.processor.random.RandomAgent.Branch;
import io.stepwright.processor.random.RandomAgent.Parameter;
import io.stepwright.runtime.Conversation;
import io.stepwright.runtime.Image;
import io.stepwright.spi.MediaContent;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.Part;
import io.stepwright.spi.Turn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The arguments of a method as a text, which is all that a model receives. */
final class Given {

  private static final String END = "|";
  private static final String PHOTO = "\u0089PNG\r\n\u001a\n";

  private Given() {}

  /** Returns the prompt of a model step: its method, then a slot for each parameter. */
  static String prompt(RandomAgent agent, Branch branch) {
    return branch.method()
        + END
        + branch.parameters().stream()
            .map(
                parameter -> {
                  boolean chat = agent.type(parameter.source()) == ValueType.CHAT;
                  return parameter.name() + (chat ? "=" : "={{" + parameter.name() + "}}") + END;
                })
            .collect(Collectors.joining());
  }

  /** Returns a picture that contains a text. */
  static Image photo(String text) {
    return Image.of((PHOTO + text).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Returns the text of a request: the parts of its prompt, then the turns before it. */
  static String text(ModelRequest request) {
    List<Turn> turns = request.turns();
    int last = turns.size() - 1;
    while (!(turns.get(last) instanceof Turn.User)) {
      last--; // The turns after the prompt are calls of tools and their results.
    }
    return ((Turn.User) turns.get(last))
            .parts().stream().map(Given::part).collect(Collectors.joining())
        + turns(turns.subList(0, last));
  }

  private static String part(Part part) {
    return part instanceof Part.Image image ? photo(image.content()) : part.display();
  }

  private static String photo(MediaContent content) {
    return new String(content.bytes(), StandardCharsets.ISO_8859_1).substring(PHOTO.length());
  }

  private static String turns(List<Turn> turns) {
    return turns.stream()
        .map(turn -> turn.role() + " said " + turn.display() + END)
        .collect(Collectors.joining());
  }

  /** Returns a text that tells the value from others. */
  static String shown(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(present -> "Optional[" + shown(present) + "]").orElse("Optional.empty");
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Given::shown).toList().toString();
    }
    if (value instanceof Conversation chat) {
      return turns(chat.turns());
    }
    return value instanceof Image image ? photo(image.content()) : String.valueOf(value);
  }

  /** Returns the text for these values: the prompt, if it is a model step. */
  static String text(RandomAgent agent, Branch branch, List<Object> values) {
    if (!branch.model()) {
      return shown(values);
    }
    String before = "";
    StringBuilder text = new StringBuilder(branch.method()).append(END);
    List<Parameter> parameters = branch.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      boolean chat = agent.type(parameters.get(i).source()) == ValueType.CHAT;
      String slot = slot(values.get(i));
      before = chat ? slot : before;
      text.append(parameters.get(i).name()).append('=').append(chat ? "" : slot).append(END);
    }
    return text + before;
  }

  /** Tells a prompt from a complaint about an answer. */
  static boolean isPrompt(String text) {
    return text.matches("(?s)s\\d+[a-z]?\\|.*");
  }

  /** Returns the method of a prompt. */
  static String method(String prompt) {
    return prompt.substring(0, prompt.indexOf(END));
  }

  /** Returns the item in a prompt for a parameter. */
  static String item(String prompt, int parameter) {
    String part = prompt.split("\\|")[parameter + 1];
    return part.substring(part.indexOf('=') + 1);
  }

  /** Returns an answer that decodes to this value. */
  static String answer(Object outcome, ValueType type, boolean optional) {
    boolean plain =
        !optional
            && type != ValueType.FLAG
            && type != ValueType.MOOD
            && type != ValueType.LIST
            && type != ValueType.OPTIONAL_ITEMS;
    if (plain) {
      return outcome.toString();
    }
    return "{\"value\":" + json(outcome, type == ValueType.FLAG) + "}";
  }

  /** Returns what a tool tells of a parameter: its part of the prompt. */
  static String told(String parameter, Object value) {
    return parameter + "=" + slot(value) + END;
  }

  private static String slot(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Given::slot).orElse("");
    }
    return value instanceof List<?> ? json(value, false) : shown(value);
  }

  /** Writes JSON without escapes, which the texts do not need. */
  private static String json(Object value, boolean literal) {
    if (value instanceof Optional<?> optional) {
      return optional.map(present -> json(present, literal)).orElse("null");
    }
    if (value instanceof List<?> list) {
      List<String> items = new ArrayList<>();
      list.forEach(item -> items.add(json(item, literal)));
      return "[" + String.join(",", items) + "]";
    }
    return literal ? value.toString() : "\"" + value + "\"";
  }
}
