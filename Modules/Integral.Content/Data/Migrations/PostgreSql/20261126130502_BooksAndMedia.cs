using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Content.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class BooksAndMedia : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Alternatives",
                table: "content_media",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "DeletedAt",
                table: "content_media",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Folder",
                table: "content_media",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Height",
                table: "content_media",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "content_media",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Owner",
                table: "content_media",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "content_media",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Width",
                table: "content_media",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "content_media",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SortKey",
                table: "content_items",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "content_books",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BookId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Names = table.Column<string>(type: "text", nullable: false),
                    Description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    IsShared = table.Column<bool>(type: "boolean", nullable: false),
                    MayBeExtended = table.Column<bool>(type: "boolean", nullable: false),
                    OriginId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsLeft = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_books", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "content_media_folders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Audience = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_folders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "content_media_paths",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Path = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_paths", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_media_paths_content_media_FileId",
                        column: x => x.FileId,
                        principalTable: "content_media",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_media_sizes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    StoredName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_sizes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_media_sizes_content_media_FileId",
                        column: x => x.FileId,
                        principalTable: "content_media",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_terms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BookId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    TermId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Names = table.Column<string>(type: "text", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "uuid", nullable: true),
                    OriginId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsLeft = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_terms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_terms_content_books_BookId",
                        column: x => x.BookId,
                        principalTable: "content_books",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_content_media_DeletedAt",
                table: "content_media",
                column: "DeletedAt");

            migrationBuilder.CreateIndex(
                name: "IX_content_media_Folder_ModifiedAt",
                table: "content_media",
                columns: new[] { "Folder", "ModifiedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_content_media_Hash",
                table: "content_media",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_content_items_ContentType_SortKey",
                table: "content_items",
                columns: new[] { "ContentType", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_content_books_BookId",
                table: "content_books",
                column: "BookId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_books_Code",
                table: "content_books",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_media_folders_Path",
                table: "content_media_folders",
                column: "Path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_media_paths_FileId",
                table: "content_media_paths",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_content_media_paths_Path",
                table: "content_media_paths",
                column: "Path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_media_sizes_FileId",
                table: "content_media_sizes",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_content_media_sizes_StoredName",
                table: "content_media_sizes",
                column: "StoredName");

            migrationBuilder.CreateIndex(
                name: "IX_content_terms_BookId_Code",
                table: "content_terms",
                columns: new[] { "BookId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_terms_TermId",
                table: "content_terms",
                column: "TermId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_media_folders");

            migrationBuilder.DropTable(
                name: "content_media_paths");

            migrationBuilder.DropTable(
                name: "content_media_sizes");

            migrationBuilder.DropTable(
                name: "content_terms");

            migrationBuilder.DropTable(
                name: "content_books");

            migrationBuilder.DropIndex(
                name: "IX_content_media_DeletedAt",
                table: "content_media");

            migrationBuilder.DropIndex(
                name: "IX_content_media_Folder_ModifiedAt",
                table: "content_media");

            migrationBuilder.DropIndex(
                name: "IX_content_media_Hash",
                table: "content_media");

            migrationBuilder.DropIndex(
                name: "IX_content_items_ContentType_SortKey",
                table: "content_items");

            migrationBuilder.DropColumn(
                name: "Alternatives",
                table: "content_media");

            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "content_media");

            migrationBuilder.DropColumn(
                name: "Folder",
                table: "content_media");

            migrationBuilder.DropColumn(
                name: "Height",
                table: "content_media");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "content_media");

            migrationBuilder.DropColumn(
                name: "Owner",
                table: "content_media");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "content_media");

            migrationBuilder.DropColumn(
                name: "Width",
                table: "content_media");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "content_media");

            migrationBuilder.DropColumn(
                name: "SortKey",
                table: "content_items");
        }
    }
}
