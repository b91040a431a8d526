package io.stepwright.config;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads how a program is started. Its arguments and variables are secrets: no message quotes one.
 */
final class ProgramReaders {

  private static final String COMMAND = "[\"npx\",\"-y\",\"a-server\"]";
  private static final String VARIABLES = "{\"TOKEN\":\"…\"}";
  private static final int MOST = 256;

  private ProgramReaders() {}

  /** Reads a program and its arguments: an array of texts, of which the first is not blank. */
  static List<String> command(String key, String text) {
    List<String> command = new ArrayList<>();
    SettingJson.readArray(
        key,
        text,
        COMMAND,
        element -> {
          if (element.currentToken() != JsonToken.VALUE_STRING || command.size() == MOST) {
            throw SettingJson.wrong(
                key, "is not an array of at most " + MOST + " texts in quotes", COMMAND);
          }
          command.add(usable(key, element.getText(), COMMAND));
        });
    if (command.isEmpty() || command.get(0).isBlank()) {
      throw SettingJson.wrong(key, "names no program", COMMAND);
    }
    return command;
  }

  /** Reads environment variables: an object whose values are texts. */
  static Map<String, String> variables(String key, String text) {
    Map<String, String> variables = new LinkedHashMap<>();
    SettingJson.read(
        key,
        text,
        VARIABLES,
        (name, value) -> {
          if (value.currentToken() != JsonToken.VALUE_STRING || variables.size() == MOST) {
            throw SettingJson.wrong(
                key, "is not an object of at most " + MOST + " texts in quotes", VARIABLES);
          }
          if (name.isBlank() || name.indexOf('=') >= 0) {
            throw SettingJson.wrong(key, "has a name that no variable can have", VARIABLES);
          }
          variables.put(usable(key, name, VARIABLES), usable(key, value.getText(), VARIABLES));
        });
    return variables;
  }

  private static String usable(String key, String text, String example) {
    if (text.indexOf('\0') >= 0) {
      throw SettingJson.wrong(key, "has a text with a character NUL", example);
    }
    return text;
  }
}
