using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Programs.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Constructor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CategoryId",
                table: "programmes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Goals",
                table: "programmes",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsTemplate",
                table: "programmes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Results",
                table: "programmes",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "learner_categories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SortName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learner_categories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "library_modules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SortName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 4702, nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeletedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Goals = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Contents = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Lecturers = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Resources = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Lectures = table.Column<int>(type: "INTEGER", nullable: false),
                    Practice = table.Column<int>(type: "INTEGER", nullable: false),
                    SelfStudy = table.Column<int>(type: "INTEGER", nullable: false),
                    Assessment = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_library_modules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "own_programmes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_own_programmes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_own_programmes_groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programme_modules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LibraryVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Goals = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Contents = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Lecturers = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Resources = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Lectures = table.Column<int>(type: "INTEGER", nullable: false),
                    Practice = table.Column<int>(type: "INTEGER", nullable: false),
                    SelfStudy = table.Column<int>(type: "INTEGER", nullable: false),
                    Assessment = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_modules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_programme_modules_library_modules_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "library_modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_programme_modules_programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "own_programme_modules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Hours = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_own_programme_modules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_own_programme_modules_library_modules_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "library_modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_own_programme_modules_own_programmes_OwnProgrammeId",
                        column: x => x.OwnProgrammeId,
                        principalTable: "own_programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_programmes_CategoryId",
                table: "programmes",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_learner_categories_Name",
                table: "learner_categories",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_library_modules_SortName_Id",
                table: "library_modules",
                columns: new[] { "SortName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_own_programme_modules_LibraryId",
                table: "own_programme_modules",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_own_programme_modules_OwnProgrammeId",
                table: "own_programme_modules",
                column: "OwnProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_own_programmes_Digest",
                table: "own_programmes",
                column: "Digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_own_programmes_GroupId",
                table: "own_programmes",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_programme_modules_LibraryId",
                table: "programme_modules",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_programme_modules_ProgrammeId",
                table: "programme_modules",
                column: "ProgrammeId");

            migrationBuilder.AddForeignKey(
                name: "FK_programmes_learner_categories_CategoryId",
                table: "programmes",
                column: "CategoryId",
                principalTable: "learner_categories",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_programmes_learner_categories_CategoryId",
                table: "programmes");

            migrationBuilder.DropTable(
                name: "learner_categories");

            migrationBuilder.DropTable(
                name: "own_programme_modules");

            migrationBuilder.DropTable(
                name: "programme_modules");

            migrationBuilder.DropTable(
                name: "own_programmes");

            migrationBuilder.DropTable(
                name: "library_modules");

            migrationBuilder.DropIndex(
                name: "IX_programmes_CategoryId",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "CategoryId",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "Goals",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "IsTemplate",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "Results",
                table: "programmes");
        }
    }
}
