-- refuses: 1: schema: more than 64 tables: a set of tables is a number of 64 bits
CREATE TABLE t1 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t2 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t3 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t4 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t5 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t6 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t7 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t8 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t9 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t10 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t11 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t12 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t13 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t14 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t15 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t16 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t17 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t18 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t19 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t20 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t21 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t22 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t23 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t24 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t25 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t26 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t27 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t28 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t29 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t30 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t31 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t32 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t33 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t34 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t35 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t36 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t37 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t38 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t39 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t40 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t41 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t42 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t43 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t44 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t45 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t46 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t47 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t48 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t49 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t50 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t51 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t52 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t53 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t54 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t55 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t56 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t57 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t58 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t59 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t60 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t61 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t62 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t63 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t64 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE t65 ( -- one of many
    id INTEGER PRIMARY KEY
) STRICT;
