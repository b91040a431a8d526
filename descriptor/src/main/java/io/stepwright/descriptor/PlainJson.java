package io.stepwright.descriptor;

import io.stepwright.descriptor.json.JsonFile;
import io.stepwright.descriptor.json.JsonNode;
import io.stepwright.descriptor.json.JsonNode.JsonArray;
import io.stepwright.descriptor.json.JsonNode.JsonBoolean;
import io.stepwright.descriptor.json.JsonNode.JsonNumber;
import io.stepwright.descriptor.json.JsonNode.JsonObject;
import io.stepwright.descriptor.json.JsonNode.JsonText;
import io.stepwright.descriptor.json.JsonNode.Member;
import io.stepwright.descriptor.json.JsonSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts JSON of any form to maps, lists and scalars. */
final class PlainJson {

  private PlainJson() {}

  /**
   * Parses a text.
   *
   * @throws IllegalArgumentException if it is not JSON
   */
  static @Nullable Object parse(String text) {
    try {
      return of(JsonFile.parse(text));
    } catch (JsonSyntaxException e) {
      throw new IllegalArgumentException(e.problem(), e);
    }
  }

  /**
   * Converts a value. The depth of files is bounded, so that of the recursion is.
   *
   * @throws DescriptorException if a name repeats in an object
   */
  static @Nullable Object of(JsonNode node) {
    if (node instanceof JsonObject object) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      for (Member member : object.members()) {
        if (members.containsKey(member.name())) {
          throw new DescriptorException(
              "\"" + DisplayText.brief(member.name()) + "\" is there twice");
        }
        members.put(member.name(), of(member.value()));
      }
      return members;
    } else if (node instanceof JsonArray array) {
      List<@Nullable Object> items = new ArrayList<>();
      array.items().forEach(item -> items.add(of(item)));
      return items;
    } else if (node instanceof JsonText text) {
      return text.value();
    } else if (node instanceof JsonNumber number) {
      return number.value();
    }
    return node instanceof JsonBoolean flag ? flag.value() : null;
  }
}
