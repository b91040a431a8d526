package io.stepwright.runtime;

import java.util.Random;

/** Makes conversations of random texts, with lone surrogates and characters of every length. */
final class RandomConversation {

  private RandomConversation() {}

  static Conversation of(Random random) {
    Conversation conversation = Conversation.empty();
    int turns = random.nextInt(12);
    for (int i = 0; i < turns; i++) {
      String text = text(random);
      conversation = random.nextBoolean() ? conversation.user(text) : conversation.model(text);
    }
    return conversation;
  }

  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(20);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(5)) {
        case 0 -> text.append((char) random.nextInt(0x20));
        case 1 -> text.append("\"\\/{}[]:,".charAt(random.nextInt(9)));
        case 2 -> text.append((char) random.nextInt(0x10000));
        case 3 -> text.append((char) (0xD800 + random.nextInt(0x800)));
        default -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
      }
    }
    return text.toString();
  }
}
