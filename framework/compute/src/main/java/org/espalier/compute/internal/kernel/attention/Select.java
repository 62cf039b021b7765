package org.espalier.compute.internal.kernel.attention;

/** Finds the k-th greatest of some numbers by parting them around one of them again and again (Hoare, Algorithm 65: find, 1961). */
final class Select {
    private Select() {
    }

    /** The k-th greatest of the first numbers, which are put in another order; k from 1 to count. */
    static double greatest(double[] numbers, int count, int k) {
        int place = count - k;
        int from = 0;
        int to = count - 1;
        while (from < to) {
            double middle = numbers[place];
            int left = from;
            int right = to;
            while (left <= right) {
                while (numbers[left] < middle) {
                    left++;
                }
                while (middle < numbers[right]) {
                    right--;
                }
                if (left <= right) {
                    double number = numbers[left];
                    numbers[left++] = numbers[right];
                    numbers[right--] = number;
                }
            }
            from = right < place ? left : from;
            to = place < left ? right : to;
        }
        return numbers[place];
    }
}
