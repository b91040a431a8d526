package io.stepwright.openai;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponse;
import io.stepwright.openai.reply.ChatReply;
import io.stepwright.openai.reply.ChatReplyReader;
import io.stepwright.openai.reply.Choice;
import io.stepwright.openai.reply.FinishWord;
import io.stepwright.openai.reply.Message;
import io.stepwright.openai.reply.ServerError;
import io.stepwright.openai.reply.UnreadableBodyException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelReply.Finish;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decides what an answer of the right status is worth. Immutable. */
final class ChatReplies {

  private final Secrets secrets;

  /**
   * The answers of one server.
   *
   * @param secrets what is masked in the names that the server chooses
   */
  ChatReplies(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Reads an answer.
   *
   * @param asked the model that was asked, for servers that do not say which one answered
   * @throws NoCompletionException if it is none
   * @throws NoMessageException if there is no message
   * @throws ErrorAnswerException if there is an error in it
   * @throws TransportException if it breaks off or is damaged, cannot be read in time, or for want
   *     of something
   */
  ModelReply of(HttpResponse response, String asked) {
    ChatReply reply = read(response);
    Headers headers = response.headers();
    Choice choice = reply.choice();
    ServerError error = error(reply);
    if (error != null) {
      throw new ErrorAnswerException(
          response.statusCode(), headers, error, reply.inputTokens(), reply.outputTokens());
    }
    Message message = choice == null ? null : choice.message();
    FinishWord finish = choice == null ? FinishWord.NONE : choice.finish();
    ModelReply answer = message(reply, message, finish, asked);
    if (answer == null) {
      throw new NoMessageException(reply.inputTokens(), reply.outputTokens());
    }
    String id = reply.id();
    return answer.named(id == null ? null : secrets.masked(id)).with(RateLimits.of(headers));
  }

  private static ChatReply read(HttpResponse response) {
    try {
      return ChatReplyReader.read(response.body());
    } catch (UnreadableBodyException e) {
      throw new NoCompletionException(e);
    } catch (IOException e) {
      throw TransportException.of(e);
    }
  }

  private static @Nullable ServerError error(ChatReply reply) {
    Choice choice = reply.choice();
    if (reply.error() != null || choice == null) {
      return reply.error();
    }
    boolean failed = choice.finish().meaning() == FinishWord.Meaning.FAILED;
    return choice.error() == null && failed ? ServerError.UNKNOWN : choice.error();
  }

  /** The answer, or null if there is no text where one is needed. */
  private @Nullable ModelReply message(
      ChatReply reply, @Nullable Message message, FinishWord finish, String asked) {
    String refusal = message == null ? null : message.refusal();
    if (refusal != null) {
      return reply(reply, refusal, asked, Finish.REFUSAL);
    }
    String text = message == null ? null : message.content();
    // Cut before the first word: a filter, or a model that thought for too long.
    String start = text == null ? "" : text;
    return switch (finish.meaning()) {
      case LENGTH -> reply(reply, start, asked, Finish.LENGTH);
      case CONTENT_FILTER -> reply(reply, start, asked, Finish.CONTENT_FILTER);
      case REFUSAL -> reply(reply, start, asked, Finish.REFUSAL);
      case COMPLETE -> text == null ? null : reply(reply, text, asked, Finish.COMPLETE);
      case OTHER ->
          text == null
              ? null
              : reply(reply, text, asked, Finish.OTHER).stoppedBy(secrets.masked(finish.word()));
      // Stepwright offers no tools: a server that calls one has nothing to say.
      case TOOLS, FAILED -> null;
    };
  }

  private ModelReply reply(ChatReply reply, String text, String asked, Finish finish) {
    String named = reply.model();
    // The model that was asked is no secret, even if the key is a word such as its name.
    String model = named == null || named.equals(asked) ? asked : secrets.masked(named);
    return new ModelReply(text, model, finish, reply.inputTokens(), reply.outputTokens());
  }
}
