package io.hairline.benchmarks;

/** One thing that is measured. */
interface Benchmark {

    String id();

    Result measure(BenchmarkEnvironment lab) throws Exception;

    /**
     * What came out.
     *
     * @param compared what was measured beside it in the same run
     */
    record Result(String id, String what, String goal, String measured, String compared, boolean holds) {}
}
