-- Applications beside remote computers. description: what it is for, in a line. icon: the drawing on its tile, by its name.
ALTER TABLE destinations ADD COLUMN description TEXT;
ALTER TABLE destinations ADD COLUMN icon TEXT;
