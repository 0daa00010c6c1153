package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.objectweb.asm.Opcodes;

/**
 * Random programs do what they did once they count themselves, and count what a second
 * implementation says that they execute, to the unit.
 */
class RandomProgramTest {

  private static final String CLASS = RandomProgram.NAME.replace('/', '.');

  /** What came of a call: its result or the class of what it threw, and what it counted. */
  private record Outcome(String result, long units) {}

  @Property(seed = "1", tries = 600)
  void programs_with_frames_count_what_they_execute(
      @ForAll long seed,
      @ForAll @IntRange(min = -3, max = 3) int first,
      @ForAll @IntRange(min = -3, max = 3) int second)
      throws Exception {
    check(RandomProgram.write(seed, Opcodes.V17), first, second);
  }

  @Property(seed = "2", tries = 300)
  void programs_without_frames_count_what_they_execute(
      @ForAll long seed,
      @ForAll @IntRange(min = -3, max = 3) int first,
      @ForAll @IntRange(min = -3, max = 3) int second)
      throws Exception {
    check(RandomProgram.write(seed, Opcodes.V1_5), first, second);
  }

  private static void check(byte[] program, int first, int second) throws Exception {
    Outcome expected = interpreted(program, first, second);
    ClassLoader plain = new InstrumentingLoader(name -> false).withPlain(CLASS, program);
    assertThat(outcome(plain, first, second)).isEqualTo(new Outcome(expected.result(), 0));
    ClassLoader counted = new InstrumentingLoader(name -> false).with(CLASS, program);
    assertThat(outcome(counted, first, second)).isEqualTo(expected);
  }

  private static Outcome interpreted(byte[] program, int first, int second) {
    ReferenceInterpreter interpreter = new ReferenceInterpreter(program);
    String result;
    try {
      result = String.valueOf(interpreter.call("m0", first, second));
    } catch (ArithmeticException | NullPointerException e) {
      result = e.getClass().getName();
    }
    return new Outcome(result, interpreter.units());
  }

  private static Outcome outcome(ClassLoader loader, int first, int second) throws Exception {
    Method method = loader.loadClass(CLASS).getMethod("m0", int.class, int.class);
    return Metered.onThread(
        () -> {
          long before = Metered.now();
          String result;
          try {
            result = String.valueOf(method.invoke(null, first, second));
          } catch (InvocationTargetException e) {
            result = String.valueOf(e.getCause()).replaceAll(":.*", "");
          }
          return new Outcome(result, Metered.now() - before);
        });
  }
}
