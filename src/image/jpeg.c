/* jpeg.c — see jpeg.h. */
#include "image/jpeg.h"
#include "image/image.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <jpeglib.h>

static void damaged(j_common_ptr c)
{
    (void)c;
    _exit(IMAGE_BROKEN);
}
static void warned(j_common_ptr c, int level)
{
    if (level < 0) damaged(c); /* corrupt data; tracing has levels from 0 */
}
static void quiet(j_common_ptr c)
{
    (void)c;
}

static struct jpeg_error_mgr *strict(struct jpeg_error_mgr *e)
{
    jpeg_std_error(e);
    e->error_exit = damaged;
    e->emit_message = warned;
    e->output_message = quiet;
    return e;
}

static long coarseness(const JQUANT_TBL *t)
{
    long sum = 0;
    for (size_t i = 0; t && i < DCTSIZE2; i++) sum += t->quantval[i];
    return sum;
}

/* Are the steps of its brightness at least as large as those of that quality? */
static bool coarse_enough(const struct jpeg_decompress_struct *from,
                          struct jpeg_compress_struct *to, int quality)
{
    const JQUANT_TBL *own = from->quant_tbl_ptrs[from->comp_info[0].quant_tbl_no];
    to->in_color_space = JCS_YCbCr;
    to->input_components = 3;
    jpeg_set_defaults(to);
    jpeg_set_quality(to, quality, TRUE);
    return own && coarseness(own) >= coarseness(to->quant_tbl_ptrs[0]);
}

bool jpeg_again(struct bytes in, int width, int quality, struct bytes *out)
{
    struct jpeg_error_mgr errors;
    struct jpeg_decompress_struct from = { .err = strict(&errors) };
    struct jpeg_compress_struct to = { .err = &errors };
    unsigned char *s = NULL;
    unsigned long n = 0;
    jpeg_create_decompress(&from);
    jpeg_create_compress(&to);
    jpeg_mem_src(&from, in.s, in.n);
    jpeg_read_header(&from, TRUE);
    if (from.image_width > (JDIMENSION)width || from.data_precision != 8 ||
        !(from.jpeg_color_space == JCS_YCbCr || from.jpeg_color_space == JCS_GRAYSCALE))
        return false;
    jvirt_barray_ptr *coefficients = jpeg_read_coefficients(&from);
    if (!coarse_enough(&from, &to, quality)) return false;
    jpeg_copy_critical_parameters(&from, &to);
    to.JFIF_major_version = to.JFIF_minor_version = 1;
    to.density_unit = 0;
    to.X_density = to.Y_density = 1;
    to.write_JFIF_header = TRUE;
    to.write_Adobe_marker = FALSE;
    to.optimize_coding = TRUE;
    jpeg_mem_dest(&to, &s, &n);
    jpeg_write_coefficients(&to, coefficients);
    jpeg_finish_compress(&to);
    jpeg_finish_decompress(&from);
    *out = (struct bytes){ s, n };
    return true;
}
