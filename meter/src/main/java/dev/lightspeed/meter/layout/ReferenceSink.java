package dev.lightspeed.meter.layout;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes the objects that an object refers to; in a form that collections and maps can feed. */
abstract class ReferenceSink
    implements Consumer<@Nullable Object>, BiConsumer<@Nullable Object, @Nullable Object> {

  @Override
  public abstract void accept(@Nullable Object object);

  @Override
  public final void accept(@Nullable Object key, @Nullable Object value) {
    accept(key);
    accept(value);
  }
}
