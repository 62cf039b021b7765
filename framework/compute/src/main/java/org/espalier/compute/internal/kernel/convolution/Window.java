package org.espalier.compute.internal.kernel.convolution;

import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * How a window moves over an image.
 *
 * @param channels of the image
 * @param image    its height and width
 * @param kernel   the window's height and width
 * @param stride   from one place to the next
 * @param before   rows above and columns left of the image that count as zeros
 * @param dilation distance of neighbours in the window
 * @param places   how many there are
 */
record Window(int channels, Size image, Size kernel, Size stride, Size before, Size dilation, Size places) {
    private static final int SAME = 1;

    /** Height and width. */
    record Size(int height, int width) {
        int area() {
            return height * width;
        }
    }

    /**
     * The op's arguments are kernel, stride, padding and dilation, each for height and width, then the mode of padding.
     *
     * @param input  [images, channels, height, width]
     * @param output [images, channels, height, width]
     */
    static Window of(DynamicCustomOp op, long[] input, long[] output) {
        Size image = new Size((int) input[2], (int) input[3]);
        Size places = new Size((int) output[2], (int) output[3]);
        Size kernel = size(op, 0);
        Size stride = size(op, 2);
        Size dilation = size(op, 6);
        Size before = op.getIArgument(8) != SAME ? size(op, 4)
                : new Size(half(places.height, stride.height, kernel.height, dilation.height, image.height),
                        half(places.width, stride.width, kernel.width, dilation.width, image.width));
        return new Window((int) input[1], image, kernel, stride, before, dilation, places);
    }

    private static Size size(DynamicCustomOp op, int argument) {
        return new Size(Math.toIntExact(op.getIArgument(argument)), Math.toIntExact(op.getIArgument(argument + 1)));
    }

    /** Half of what the windows reach beyond the image. */
    private static int half(int places, int stride, int kernel, int dilation, int image) {
        return Math.max(0, (places - 1) * stride + (kernel - 1) * dilation + 1 - image) / 2;
    }

    /** Rows of the matrix of columns: positions in the window times channels. */
    int rows() {
        return kernel.area() * channels;
    }

    /** Elements of an image. */
    int imageLength() {
        return channels * image.area();
    }

    /** The image's row that a position of the window sees at a place; may be outside. */
    int row(int position, int place) {
        return place * stride.height - before.height + position / kernel.width * dilation.height;
    }

    /** The image's column that a position of the window sees at the first place; may be outside. */
    int firstColumn(int position) {
        return position % kernel.width * dilation.width - before.width;
    }

    /** The first place at which a position of the window sees a column of the image. */
    int from(int position) {
        int first = firstColumn(position);
        return first >= 0 ? 0 : Math.min(places.width, (-first + stride.width - 1) / stride.width);
    }

    /** The place after the last at which a position of the window sees a column of the image. */
    int to(int position) {
        int room = image.width - firstColumn(position);
        return Math.max(from(position), Math.min(places.width, (room + stride.width - 1) / stride.width));
    }
}
