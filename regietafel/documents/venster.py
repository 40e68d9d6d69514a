"""Where on the paper an address stands to show in the window of an envelope, in mm from the top and the left of A4.

An envelope DL is 110 by 220 mm (ISO 269) and the paper, folded in three, 99 by 210: it shifts at most 11 mm down and
10 mm aside. Through a window of 40 by 100 mm that ends 20 mm from the side and 20 mm from the lower edge, one always
sees what stands 50 to 79 mm below the top, and 20 to 110 mm (a window on the left) or 100 to 190 mm (on the right)
from the left edge of the paper. The address stands within that, and nothing else does.
"""

from __future__ import annotations

WINDOW_TOP, WINDOW_BOTTOM = 52, 90
WINDOW_LEFT = {"links": 25, "rechts": 115}
FOLDS = (99, 198)
